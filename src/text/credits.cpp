#include "text/credits.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"

namespace lede {

namespace {

constexpr std::size_t longest_credit = 90;  // bytes

bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80);
}

// Does a stretch name an agency, "Getty Images", or say that it credits, "Photograph"? Folded.
bool credits_somebody(std::string_view folded, const Table& phrases) {
    std::size_t at = 0;
    while (at < folded.size()) {
        if (!is_word_char(folded[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        for (int words = 0; words < 3; ++words) {
            while (end < folded.size() && is_word_char(folded[end])) ++end;
            const auto classes = phrases.find(folded.substr(at, end - at));
            if (classes && classes->find('g') != std::string_view::npos) return true;
            if (end + 1 >= folded.size() || folded[end] != ' ') break;
            ++end;
        }
        while (at < folded.size() && is_word_char(folded[at])) ++at;
    }
    return false;
}

// "Image: Ann Bell)"
bool says_credit(std::string_view text, const WordClasses& page_words) {
    constexpr std::size_t shortest = 3, longest = 8;
    const std::string folded = fold(text.substr(0, 2 * longest));
    for (std::size_t size = shortest; size <= longest; ++size)
        if (page_words.has("credit", std::string_view(folded).substr(0, size))) return true;
    return false;
}

// The first byte of the words before a place that begin with capitals, at most three: whose name stands
// before "/AP".
std::size_t names_before(std::string_view text, std::size_t at, std::size_t floor) {
    std::size_t begin = at;
    for (int words = 0; words < 3 && begin > floor; ++words) {
        std::size_t end = begin;
        while (end > floor && text[end - 1] == ' ') --end;
        std::size_t word = end;
        while (word > floor && text[word - 1] != ' ') --word;
        const bool sentence_end = end - word > 3 && text[end - 1] == '.';
        if (word == end || sentence_end || !is_upper(decode(text, word).code)) break;
        begin = word;
    }
    return begin;
}

bool ends_sentence(std::string_view text) {
    while (!text.empty()) {
        const Decoded last = decode_before(text, text.size());
        if (last.code != '"' && last.code != '\'' && last.code != 0x2019 && last.code != 0x201D)
            return last.code == '.' || last.code == '?' || last.code == '!';
        text.remove_suffix(last.size);
    }
    return false;
}

}  // namespace

std::uint32_t credit_begin(std::string_view caption, const Table& phrases, const WordClasses& page_words) {
    const auto size = static_cast<std::uint32_t>(caption.size());
    const std::size_t floor = caption.size() - std::min(caption.size(), longest_credit);
    const auto names = [&](std::size_t begin) {
        return credits_somebody(fold(caption.substr(begin)), phrases);
    };
    const auto found = [&](std::size_t begin) {
        while (begin > 0 && (caption[begin - 1] == ' ' || caption[begin - 1] == '|')) --begin;
        return static_cast<std::uint32_t>(begin);
    };
    if (caption.ends_with(')')) {
        const std::size_t open = caption.rfind('(');
        if (open != std::string_view::npos && open >= floor &&
            (says_credit(caption.substr(open + 1), page_words) || names(open)))
            return found(open);
    }
    // These stand in the code because their capitals and their punctuation tell, which the keys of a table
    // leave out. "Photo: Ann Bell", "Photograph by Ann Bell", "AP Photo/Ann Bell" from the first such word of
    // the end on.
    for (const std::string_view cue :
         {"AP Photo", "Photo: ", "PHOTO: ", "Photograph: ", "Picture: ", "Image: ", "IMAGE: ", "Credit: ",
          "CREDIT: ", "Photo by ", "Photograph by ", "Photography by ", "Illustration by ", "Image Credits",
          "Photo credit", "Photo Illustration", "Photos by ", "Courtesy of "}) {
        const std::size_t at = caption.find(cue, floor);
        constexpr std::size_t longest_name = 60;
        if (at == std::string_view::npos) continue;
        if (at == 0 && cue.ends_with(": ") && !names(cue.size()) && caption.size() > longest_name)
            continue;  // "Photo: Smoke rises over …"
        return found(at);
    }
    if (!names(floor)) return size;
    // "… late on Monday. Ann Bell/Getty Images", "… | AP", "… Ann Bell/AFP"
    const std::size_t bar = caption.rfind('|');
    if (bar != std::string_view::npos && bar >= floor) {
        std::size_t first = caption.find('|', floor);
        return names(first) ? found(first) : size;
    }
    std::size_t stop = std::string_view::npos;
    for (std::size_t at = floor; at + 2 < caption.size(); ++at)
        if ((caption[at] == '.' || caption[at] == '"' || caption[at] == '?') &&
            (caption[at + 1] == ' ' || (caption[at] != '"' && is_upper(decode(caption, at + 1).code)))) {
            const bool initial = at > 0 && is_upper(decode(caption, at - 1).code) &&
                                 (at < 2 || caption[at - 2] == ' ' || caption[at - 2] == '.');
            if (!initial) stop = at + 1;
        }
    constexpr std::size_t longest_end = 60;
    if (stop != std::string_view::npos && caption.size() - stop <= longest_end && !ends_sentence(caption) &&
        names(stop))
        return found(stop);
    const std::size_t slash = caption.rfind('/');
    if (slash != std::string_view::npos && slash >= floor && slash > 0 && names(slash))
        return found(names_before(caption, slash, floor));
    // "AP", "Getty Images" as the last words.
    for (const std::size_t words : {1u, 2u}) {
        std::size_t begin = caption.size();
        for (std::size_t i = 0; i < words && begin != std::string_view::npos && begin > 0; ++i)
            begin = caption.rfind(' ', begin - 1);
        const std::size_t first = begin == std::string_view::npos ? 0 : begin + 1;
        const auto classes = phrases.find(fold(caption.substr(first, longest_credit)));
        if (classes && classes->find('g') != std::string_view::npos) return found(first);
    }
    return size;
}

namespace {

// Are all words of a stretch names, but for a few between them? At most so many words.
bool is_names(std::string_view text, std::size_t most) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        at = space + 1;
        if (word.empty()) continue;
        const bool between = word == "/" || word == "&" || word == "via" || word == "of" || word == "the" ||
                             word == "and" || word == "for" || word == "photo" || word == "handout";
        if (!is_upper(decode(word, 0).code) && !between) return false;
        ++words;
    }
    return words > 0 && words <= most;
}

}  // namespace

std::uint32_t caption_credit_begin(std::string_view caption, const Table& phrases,
                                   const WordClasses& page_words) {
    const auto size = static_cast<std::uint32_t>(caption.size());
    constexpr std::size_t reach = 60, most_words = 6;
    const std::size_t floor = caption.size() - std::min(caption.size(), reach);
    std::size_t begin = credit_begin(caption, phrases, page_words);
    const std::size_t sign = caption.rfind("©");
    if (sign != std::string_view::npos && sign >= floor && sign < begin) begin = sign;
    if (begin == size && caption.ends_with(')')) {
        const std::size_t open = caption.rfind('(');
        if (open != std::string_view::npos && open >= floor && open + 2 < caption.size() &&
            is_names(caption.substr(open + 1, caption.size() - open - 2), most_words))
            begin = open;
    }
    if (begin == size && !ends_sentence(caption)) {
        const std::size_t slash = caption.rfind('/');
        const std::size_t stop = caption.rfind(". ");
        if (slash != std::string_view::npos && slash > floor && is_names(caption.substr(slash + 1), 3))
            begin = names_before(caption, slash, floor);
        else if (stop != std::string_view::npos && stop >= floor && stop + 2 < caption.size() &&
                 is_names(caption.substr(stop + 2), most_words - 1))
            begin = stop + 2;
    }
    while (begin > 0 && (caption[begin - 1] == ' ' || caption[begin - 1] == '|')) --begin;
    // Whose work it is stands before the agency, too.
    const std::string_view rest = caption.substr(0, begin);
    if (begin < size && (rest.ends_with(',') || rest.ends_with('-')) &&
        is_names(rest.substr(0, rest.size() - 2), 4))
        return 0;
    return static_cast<std::uint32_t>(begin);
}

}  // namespace lede
