// How words are written: capitals, initials, acronyms.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document.h"

namespace lede {

/// Begins with a capital, or hides one after its first letter ("iPhone").
bool is_capitalised(std::string_view form);

/// Two or more letters, capitals all ("NATO", "U.S.", "G20"). Lower-case letters at the end of a plural are
/// no exception.
bool is_all_capitals(std::string_view form);

/// One letter, with a full stop or without ("J.").
bool is_initial(std::string_view form);

/// Where capitals tell a name, and how each word is written in the article.
class Capitals {
  public:
    explicit Capitals(const Document& doc);

    /// The token begins with a capital.
    bool capital(Index token) const { return (flags_[token] & capital_flag) != 0; }
    /// Any word would begin with a capital here: the first of a sentence or quotation, a headline in title
    /// case.
    bool weak(Index token) const { return (flags_[token] & weak_flag) != 0; }
    /// Every word of any length of this sentence begins with a capital.
    bool title_case(Index token) const { return (flags_[token] & title_flag) != 0; }
    /// Every word of this sentence is in capitals.
    bool shouted(Index token) const { return (flags_[token] & shouted_flag) != 0; }

    /// How often a word stands with a capital where only a name has one, and how often without.
    std::uint32_t as_name(Index word) const { return word < as_name_.size() ? as_name_[word] : 0; }
    std::uint32_t as_word(Index word) const { return word < as_word_.size() ? as_word_[word] : 0; }

  private:
    static constexpr std::uint8_t capital_flag = 1, weak_flag = 2, shouted_flag = 4, title_flag = 8;
    std::vector<std::uint8_t> flags_;
    std::vector<std::uint32_t> as_name_, as_word_;
};

}  // namespace lede
