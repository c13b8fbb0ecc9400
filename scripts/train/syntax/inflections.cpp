#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "syntax/lemmas.h"
#include "train.h"

namespace lede::train {

namespace {

struct Inflection {
    std::string_view ending, key;
    Upos upos;
    Xpos xpos;
};

constexpr std::array<Inflection, 6> inflections = {{{"ed", "vbd", Upos::VERB, Xpos::VBD},
                                                    {"ing", "vbg", Upos::VERB, Xpos::VBG},
                                                    {"s", "vbz", Upos::VERB, Xpos::VBZ},
                                                    {"s", "nns", Upos::NOUN, Xpos::NNS},
                                                    {"er", "jjr", Upos::ADJ, Xpos::JJR},
                                                    {"est", "jjs", Upos::ADJ, Xpos::JJS}}};

constexpr std::size_t shortest_base = 3, shortest_stem = 3;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool is_consonant(char c) { return !is_vowel(c); }

// "star", "them": of one syllable, one consonant after one vowel, which "-ed" would have doubled.
bool doubles(std::string_view stem) {
    const std::size_t n = stem.size();
    if (n < 3 || is_vowel(stem[n - 1]) || std::string_view("wxy").find(stem[n - 1]) != std::string_view::npos)
        return false;
    const auto vowels = std::count_if(stem.begin(), stem.end(), is_vowel);
    return is_vowel(stem[n - 2]) && vowels == 1;
}

// What the form may come from by the spelling of English.
std::vector<std::string> bases(std::string_view form, const Inflection& inflection) {
    const std::string stem(form.substr(0, form.size() - inflection.ending.size()));
    std::vector<std::string> found;
    const auto add = [&](std::string base) {
        if (base.size() >= shortest_base) found.push_back(std::move(base));
    };
    const auto cut = [&](std::size_t letters) { return stem.substr(0, stem.size() - letters); };
    if (stem.size() < 2) return found;
    if (inflection.ending == "s") {
        if (stem.back() == 's') return found;
        add(stem);
        if (stem.ends_with("ie")) add(cut(2) + 'y');
        if (stem.back() == 'e' &&
            std::string_view("sxzho").find(stem[stem.size() - 2]) != std::string_view::npos)
            add(cut(1));
        if (inflection.xpos == Xpos::NNS) {
            if (stem.ends_with("ve")) add(cut(2) + 'f'), add(cut(2) + "fe");
            if (stem.ends_with("se") || stem.ends_with("xe")) add(cut(1) + "is");
        }
        return found;
    }
    const char last = stem.back(), before = stem[stem.size() - 2];
    add(stem + 'e');
    if (!doubles(stem)) add(stem);
    if (last == before && is_consonant(last)) add(cut(1));
    if (last == 'i' && inflection.ending != "ing") add(cut(1) + 'y');
    if (last == 'y' && inflection.ending == "ing") add(cut(1) + "ie");
    if (stem.ends_with("ck")) add(cut(1));
    return found;
}

std::string third_person(const std::string& base) {
    const char last = base.back(), before = base.size() > 1 ? base[base.size() - 2] : 'a';
    if (last == 'y' && is_consonant(before)) return base.substr(0, base.size() - 1) + "ies";
    const bool sibilant =
        last == 's' || last == 'x' || last == 'z' || base.ends_with("ch") || base.ends_with("sh");
    return base + (sibilant ? "es" : "s");
}

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string list_inflections(const std::vector<std::string>& words) {
    std::unordered_map<std::string, std::size_t> rank;
    for (std::size_t i = 0; i < words.size(); ++i) rank.emplace(words[i], i);
    // A word of its own, by how frequent it is: 0 where it is none, and little for a verb that has no other
    // form.
    const auto weight = [&](const std::string& base, const Inflection& inflection) -> double {
        const auto known = rank.find(base);
        if (known == rank.end()) return 0;
        constexpr double without_forms = 0.001;
        const bool verb = inflection.upos == Upos::VERB && inflection.ending != "s";
        const bool inflected = !verb || rank.count(third_person(base)) > 0;
        return (inflected ? 1 : without_forms) / static_cast<double>(known->second + 1);
    };
    const auto compares = [&](const std::string& form, const Inflection& inflection) {
        if (inflection.upos != Upos::ADJ) return true;
        const std::string stem = form.substr(0, form.size() - inflection.ending.size());
        return rank.count(stem + "er") > 0 && rank.count(stem + "est") > 0;
    };
    std::vector<std::string> rows;
    for (const std::string& form : words) {
        if (!is_plain(form)) continue;
        for (const Inflection& inflection : inflections) {
            if (!form.ends_with(inflection.ending) ||
                form.size() < inflection.ending.size() + shortest_stem || !compares(form, inflection))
                continue;
            const std::string regular = regular_lemma(form, form, inflection.upos, inflection.xpos, false);
            std::string best;
            double most = 0, of_regular = 0;
            for (const std::string& base : bases(form, inflection)) {
                const double value = weight(base, inflection);
                if (value > most) best = base, most = value;
                if (base == regular) of_regular = value;
            }
            constexpr double clear = 20;
            if (best.empty() || best == regular || most < clear * of_regular) continue;
            rows.push_back(std::string(inflection.key) + '/' + form + '\t' + best + '\n');
        }
    }
    std::sort(rows.begin(), rows.end());
    std::string text;
    for (const std::string& row : rows) text += row;
    return text;
}

}  // namespace lede::train
