// Names that were read as one and are several, and the other way round.
#pragma once

#include <vector>

#include "document.h"
#include "names/lexicon.h"
#include "names/name_labels.h"

namespace lede::names {

/// "Miramar | California", "Google, Inc. | of | Mountain View": parts a place from the state or country that
/// it lies in, and a company from its seat.
std::vector<LabelledName> part_at_places(const Document& doc, const Lexicon& lexicon,
                                         const std::vector<LabelledName>& names);

/// "Vera Drake - Leigh's drama": parts people at a dash between spaces, which is no hyphen. Places and bodies
/// are written so in some texts ("Nagorno - Karabakh").
std::vector<LabelledName> part_at_dashes(const Document& doc, const std::vector<LabelledName>& names);

/// "the Department of Health | for Tesco": parts organisations at a "for" that belongs to none.
std::vector<LabelledName> part_at_for(const Document& doc, const Lexicon& lexicon,
                                      const std::vector<LabelledName>& names);

/// "the Housing Authority of New Orleans": joins a body to the place or body that it is of.
std::vector<LabelledName> join_at_of(const Document& doc, const Lexicon& lexicon,
                                     const std::vector<LabelledName>& names);

/// "Food Standards | Australia | New Zealand", "Oxfam | India said": joins a body to the countries right
/// behind it that end a phrase.
std::vector<LabelledName> join_countries(const Document& doc, const Lexicon& lexicon,
                                         const std::vector<LabelledName>& names);

/// Dwayne “The Rock” Johnson, Jeff [Drake]: joins the parts of a person's name around what he is called, and
/// to what an editor put in.
std::vector<LabelledName> join_persons(const Document& doc, const std::vector<LabelledName>& names);

}  // namespace lede::names
