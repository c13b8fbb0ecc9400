#include "propositions/propositions.h"

#include <algorithm>
#include <utility>

#include "neural/linear_model.h"
#include "propositions/factuality_features.h"
#include "propositions/modality.h"
#include "propositions/nouns.h"
#include "propositions/roles.h"
#include "propositions/subjects.h"
#include "propositions/word_order.h"
#include "syntax/extents.h"

namespace lede {

namespace {

// In sixteenths of a natural logarithm, by role: a predicate is more often without a place than without a
// patient.
constexpr std::array<std::int32_t, role_count> least_lead{0, -10, -20, 0, -12, -12, 0, 0, 0};

// Added to the lead of a candidate that the rules of clause.h find too.
constexpr std::int32_t ruled_lead = 10;

// Clauses are arguments from their first word to their last; of a noun only what belongs to it.
bool is_clause(Deprel relation) {
    return relation == Deprel::ccomp || relation == Deprel::xcomp || relation == Deprel::advcl ||
           relation == Deprel::csubj || relation == Deprel::csubj_pass;
}

class PropositionFinder {
  public:
    PropositionFinder(Document& doc, const Resources& resources)
        : doc_(doc),
          syntax_(doc, resources),
          roles_(syntax_, resources),
          model_(LinearModel::open(resources.raw("roles"))),
          happened_(LinearModel::open(resources.raw("factuality"))),
          words_(resources),
          extents_(find_extents(doc)),
          subtrees_(find_subtrees(doc)) {}

    void find(const Table& event_nouns) {
        doc_.tokens.proposition.assign(doc_.tokens.size(), none);
        for (Index token = 0; token < doc_.tokens.size(); ++token)
            if (roles_.is_predicate(token)) read_verb(token);
        const EventNouns nouns(syntax_, event_nouns);
        for (Index token = 0; token < doc_.tokens.size(); ++token)
            if (nouns.is_event(token)) add(nouns.read(token, extents_));
        for (Index token = 0; token < doc_.tokens.size(); ++token)
            if (is_predicative(token)) read_adjective(token);
    }

  private:
    void add(Proposition proposition) {
        Factuality fact = judge(proposition.trigger);
        if (fact.modality == Modality::asserted && is_ahead(proposition)) fact.modality = Modality::planned;
        proposition.polarity = fact.polarity;
        proposition.modality = fact.modality;
        doc_.tokens.proposition[proposition.trigger] = static_cast<Index>(doc_.propositions.size());
        doc_.propositions.push_back(std::move(proposition));
    }

    // By rule, where words say so; else by the model, which has learned what people take for fact.
    Factuality judge(Index trigger) {
        Factuality fact = factuality(syntax_, trigger, words_);
        if (fact.polarity == Polarity::negative || fact.modality == Modality::denied ||
            fact.modality == Modality::alleged || happened_.labels().empty())
            return fact;
        describe_factuality(syntax_, trigger, fact, words_, features_);
        LinearModel::Scores scores;
        std::fill_n(scores.begin(), happened_count, 0);
        happened_.add(features_, scores);
        const std::int32_t lead = scores[1] - scores[0];  // in sixteenths of a natural logarithm
        constexpr std::int32_t embedded = 26, plain = 12, sure = 40;
        const std::int32_t doubtful = is_plain(trigger) ? plain : embedded;
        // What is planned or asked for has not happened, however sure the model is.
        const bool open = fact.modality == Modality::possible || fact.modality == Modality::conditional;
        if (fact.modality == Modality::asserted && lead <= doubtful)
            fact.modality = Modality::possible;
        else if (open && lead > sure)
            fact.modality = Modality::asserted;
        return fact;
    }

    // "The singer *has died*, his family said", "The board *met*", "She *is joining* the cast": told flatly,
    // in the clause that the sentence is.
    bool is_plain(Index trigger) const {
        const Index head = doc_.tokens.head[trigger];
        const bool before_teller =
            doc_.tokens.deprel[trigger] == Deprel::ccomp && trigger < head && doc_.tokens.head[head] == none;
        if (doc_.tokens.deprel[trigger] != Deprel::root && !before_teller) return false;
        if (doc_.tokens.xpos[trigger] == Xpos::VBD) return true;
        const Index helper = syntax_.children.find(doc_, trigger, Deprel::aux);
        if (helper == none) return false;
        const Xpos tag = doc_.tokens.xpos[trigger];
        return (tag == Xpos::VBN && doc_.lemma(helper) == "have") ||
               (tag == Xpos::VBG && doc_.lemma(helper) == "be");
    }

    // "The final *is* on 4 May", "she *flies* to Rome next week", "Monday's *strike*": on a day that is to
    // come. A verb in the past is none of these, whatever day was read.
    bool is_ahead(const Proposition& proposition) const {
        const Xpos tag = doc_.tokens.xpos[proposition.trigger];
        if (proposition.time == none || tag == Xpos::VBD || tag == Xpos::VBN) return false;
        for (Index child = syntax_.children.first(proposition.trigger); child != none;
             child = syntax_.children.next(child)) {
            const Deprel relation = doc_.tokens.deprel[child];
            const bool helps =
                relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
            if (helps && (doc_.tokens.xpos[child] == Xpos::VBD || doc_.lower(child) == "has" ||
                          doc_.lower(child) == "have"))
                return false;
        }
        const Time& time = doc_.times[proposition.time];
        if (time.type == TimeType::duration || time.type == TimeType::set) return false;
        if (!time.begin || !doc_.published) return words_.classes.has("ahead", doc_.lower(time.tokens.begin));
        return *time.begin > doc_.published->value;
    }

    // "is *guilty*", "was found *dead*", "remained *silent*".
    bool is_predicative(Index token) const {
        if (doc_.tokens.upos[token] != Upos::ADJ || doc_.tokens.proposition[token] != none) return false;
        return syntax_.children.find(doc_, token, Deprel::cop) != none ||
               doc_.tokens.deprel[token] == Deprel::xcomp;
    }

    void read_adjective(Index token) {
        Proposition proposition;
        proposition.trigger = token;
        const Index subject = subject_of(doc_, syntax_.children, token);
        if (subject == none) return;
        set(proposition.patient, subject, token);
        for (Index child = syntax_.children.first(token); child != none && proposition.time == none;
             child = syntax_.children.next(child))
            if (doc_.tokens.time[child] != none) proposition.time = doc_.tokens.time[child];
        add(std::move(proposition));
    }

    using Heads = std::array<Index, role_count>;  ///< by role; `none` where nobody fills it

    static Index& of(Heads& heads, Role role) { return heads[static_cast<std::size_t>(role)]; }
    static Index of(const Heads& heads, Role role) { return heads[static_cast<std::size_t>(role)]; }

    void read_verb(Index verb) {
        Heads heads = best_heads(verb);
        for (Index& head : heads) head = antecedent(head, verb);
        settle_patient(heads, verb);
        free_passive_subject(heads, verb);
        prefer_passive_subject(heads, verb);
        settle_agent(heads, verb);
        settle_befallen(heads, verb);

        Proposition proposition;
        proposition.trigger = verb;
        proposition.particle = syntax_.children.find(doc_, verb, Deprel::compound_prt);
        set(proposition.agent, of(heads, Role::agent), verb);
        set(proposition.patient, of(heads, Role::patient), verb);
        set(proposition.place, of(heads, Role::place), verb);
        set(proposition.purpose, of(heads, Role::purpose), verb);
        set(proposition.cause, of(heads, Role::cause), verb);
        set(proposition.manner, of(heads, Role::manner), verb);
        if (const Index second = of(heads, Role::second); second != none) {
            if (is_recipient(second))
                set(proposition.recipient, second, verb);
            else if (is_instrument(second))
                set(proposition.instrument, second, verb);
        }
        if (const Index time = of(heads, Role::time); time != none)
            proposition.time = time_in(subtrees_[time]);
        add(std::move(proposition));
    }

    // The best candidate of each role, by how far the role is ahead of the others that the candidate may
    // have.
    Heads best_heads(Index verb) {
        roles_.select(verb);
        roles_.find_candidates(candidates_);
        std::array<std::int32_t, role_count> lead = least_lead;
        Heads heads;
        heads.fill(none);
        for (const RoleCandidate& candidate : candidates_) {
            const bool ruled =
                is_ruled(Role::agent, candidate.token) || is_ruled(Role::patient, candidate.token);
            if (!ruled && !model_.has(roles_.path_feature(candidate))) continue;
            roles_.describe(candidate, features_);
            LinearModel::Scores scores;
            std::fill_n(scores.begin(), role_count, 0);
            model_.add(features_, scores);
            for (std::size_t role = 1; role < role_count; ++role) {
                std::int32_t ahead = scores[role] - best_other(scores, role);
                if (is_ruled(static_cast<Role>(role), candidate.token)) ahead += ruled_lead;
                if (ahead <= lead[role] || !may_fill(static_cast<Role>(role), candidate.token)) continue;
                lead[role] = ahead;
                heads[role] = candidate.token;
            }
        }
        // A word has one role.
        for (std::size_t role = 1; role < role_count; ++role)
            for (std::size_t other = 1; other < role_count; ++other)
                if (other != role && heads[other] == heads[role] && lead[other] <= lead[role])
                    heads[other] = none;
        return heads;
    }

    static std::int32_t best_other(const LinearModel::Scores& scores, std::size_t role) {
        std::int32_t best = scores[0];
        for (std::size_t other = 1; other < role_count; ++other)
            if (other != role) best = std::max(best, scores[other]);
        return best;
    }

    bool is_ruled(Role role, Index token) const {
        return (role == Role::agent && token == roles_.ruled_agent()) ||
               (role == Role::patient && token == roles_.ruled_patient());
    }

    void set(std::optional<Argument>& argument, Index head, Index verb) const {
        if (head == none) return;
        const Extent& extent = extents_[head];
        // "They were missiles *that can fly*": the noun, not the clause that it is the predicate of.
        const bool antecedent = doc_.tokens.upos[head] != Upos::VERB && subtrees_[head].contains(verb);
        const bool clause =
            !antecedent && (is_clause(doc_.tokens.deprel[head]) || doc_.tokens.upos[head] == Upos::VERB);
        TokenRange tokens = clause                   ? subtrees_[head]
                            : !extent.joined.empty() ? extent.joined
                                                     : bare(extent.phrase, head);
        if (tokens.contains(verb)) tokens = without(tokens, head, verb);
        argument = Argument{trimmed(tokens, head), head};
    }

    // "Ann Lee*, the mayor*", "the man *who spoke first*", "*Tram crash:* Driver": what is added tells more
    // than who it is.
    TokenRange bare(TokenRange phrase, Index head) const {
        for (Index t = head; t > phrase.begin; --t)
            if (doc_.tokens.xpos[t - 1] == Xpos::COLON) phrase.begin = t;
        for (Index t = head + 1; t < phrase.end; ++t) {
            const Xpos tag = doc_.tokens.xpos[t];
            if (tag == Xpos::COMMA || tag == Xpos::WDT || tag == Xpos::WP || tag == Xpos::COLON)
                return {phrase.begin, t};
        }
        return phrase;
    }

    // "the man *who came*", "“We lost,” *he said*": what the predicate is part of is no part of its argument.
    TokenRange without(TokenRange tokens, Index head, Index verb) const {
        Index part = verb;
        while (part != none && doc_.tokens.head[part] != head) part = doc_.tokens.head[part];
        if (part == none) return {head, head + 1};
        const TokenRange cut = subtrees_[part];
        if (cut.begin > head)
            tokens.end = std::min(tokens.end, cut.begin);
        else
            tokens.begin = std::max(tokens.begin, cut.end);
        return tokens.contains(head) ? tokens : TokenRange{head, head + 1};
    }

    TokenRange trimmed(TokenRange tokens, Index head) const {
        while (tokens.begin < head && doc_.tokens.upos[tokens.begin] == Upos::PUNCT) ++tokens.begin;
        while (tokens.end > head + 1 && doc_.tokens.upos[tokens.end - 1] == Upos::PUNCT) --tokens.end;
        return tokens;
    }

    // What "who" and "that" stand for in a relative clause.
    Index antecedent(Index token, Index verb) const {
        if (token == none) return none;
        const Xpos tag = doc_.tokens.xpos[token];
        const bool relative =
            tag == Xpos::WDT || tag == Xpos::WP || (tag == Xpos::IN && doc_.lower(token) == "that");
        const bool within = doc_.tokens.deprel[verb] == Deprel::acl_relcl && doc_.tokens.head[token] == verb;
        if (!relative || !within) return token;
        // "the first time *that* they met"
        const Index noun = doc_.tokens.head[verb];
        return is_circumstance(syntax_, noun) ? none : noun;
    }

    // "Tram crash: driver *arrested*": a participle tells of the noun right before it.
    void settle_patient(Heads& heads, Index verb) const {
        Index& patient = of(heads, Role::patient);
        const Index ruled = roles_.ruled_patient();
        if (patient == none || ruled == none || doc_.tokens.xpos[verb] != Xpos::VBN || verb == 0) return;
        const Index before = syntax_.phrases.at(verb - 1);
        const bool adjacent = before != none && before == syntax_.phrases.at(ruled) && patient < ruled;
        if (adjacent && doc_.tokens.sentence[ruled] == doc_.tokens.sentence[verb]) patient = ruled;
    }

    // "*Stars* denied Oscars", in a headline: the subject of a passive does nothing.
    void free_passive_subject(Heads& heads, Index verb) const {
        Index& agent = of(heads, Role::agent);
        if (agent == none || doc_.tokens.head[agent] != verb ||
            doc_.tokens.deprel[agent] != Deprel::nsubj_pass)
            return;
        for (const Role role : {Role::patient, Role::second})
            if (of(heads, role) == none) {
                of(heads, role) = agent;
                break;
            }
        agent = none;
    }

    // "*He* was charged with theft", "*the firm* was fined £2m": of a passive, the subject is the patient
    // before what it is charged with, where it is sent and how much it pays.
    void prefer_passive_subject(Heads& heads, Index verb) const {
        Index& patient = of(heads, Role::patient);
        Index subject = syntax_.children.find(doc_, verb, Deprel::nsubj_pass);
        // "the study *published* in the journal"
        const bool participle =
            doc_.tokens.deprel[verb] == Deprel::acl && doc_.tokens.xpos[verb] == Xpos::VBN;
        if (subject == none && participle) subject = doc_.tokens.head[verb];
        if (patient == none || subject == none || subject == patient || doc_.tokens.head[patient] != verb)
            return;
        const Index quantity = doc_.tokens.quantity[patient];
        const bool sum = quantity != none && doc_.quantities[quantity].kind == QuantityKind::money;
        if (doc_.tokens.deprel[patient] != Deprel::obl && !sum) return;
        const Index whom = antecedent(subject, verb);
        const auto had = std::find(heads.begin(), heads.end(), whom);
        if (had == heads.end()) {
            patient = whom;
        } else if (had == heads.begin() + static_cast<std::ptrdiff_t>(Role::second)) {
            *had = patient;
            patient = whom;
        }
    }

    // A verb with a patient behind it has an agent: the rules find it where the tree is wrong.
    void settle_agent(Heads& heads, Index verb) const {
        Index& agent = of(heads, Role::agent);
        const Index patient = of(std::as_const(heads), Role::patient);
        const Index ruled = roles_.ruled_agent();
        if (agent != none || patient == none || patient < verb || ruled == none) return;
        if (std::find(heads.begin(), heads.end(), ruled) == heads.end() && may_fill(Role::agent, ruled))
            agent = ruled;
    }

    // A pronoun, or what people, bodies and states are called.
    bool may_act(Index noun) const {
        const Index mention = syntax_.mention_of[noun];
        if (mention == none) return doc_.tokens.upos[noun] == Upos::PRON;
        const EntityType type = doc_.mentions[mention].type;
        return type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE ||
               type == EntityType::NORP;
    }

    // "The *pipe* burst": what becomes of something is done by nobody.
    void settle_befallen(Heads& heads, Index verb) const {
        Index& agent = of(heads, Role::agent);
        Index& patient = of(heads, Role::patient);
        if (syntax_.children.find(doc_, verb, Deprel::obj) != none) return;
        const Index subject = syntax_.children.find(doc_, verb, Deprel::nsubj);
        if (subject == none) return;
        const std::string_view lemma = doc_.lemma(verb);
        if (!words_.classes.has("befalls", lemma) &&
            (may_act(subject) || !words_.classes.has("befalls_things", lemma)))
            return;
        if (subject == none || (patient != none && doc_.tokens.deprel[patient] != Deprel::obl)) return;
        const Index whom = antecedent(subject, verb);
        if (whom == none || (agent != none && agent != whom)) return;
        if (agent == none && std::find(heads.begin(), heads.end(), whom) != heads.end()) return;
        if (!may_fill(Role::patient, whom)) return;
        patient = whom;
        agent = none;
    }

    // "by 31 votes", "aged 71": how much and how old take no part in a deed.
    bool may_fill(Role role, Index token) const {
        if (role != Role::agent && role != Role::patient) return true;
        if (syntax_.in_age[token]) return false;
        // "voted *5-2*"
        const Index above = doc_.tokens.head[token];
        if (above != none && doc_.tokens.xpos[token] == Xpos::CD &&
            words_.classes.has("ballot", doc_.lemma(above)))
            return false;
        const Index quantity = doc_.tokens.quantity[token];
        if (quantity != none) {
            const QuantityKind kind = doc_.quantities[quantity].kind;
            if (kind == QuantityKind::age) return false;
            if (role == Role::agent &&
                (kind != QuantityKind::cardinal || doc_.tokens.xpos[token] == Xpos::CD))
                return false;
        }
        return role != Role::agent || !tells_amount(syntax_, token);
    }

    bool is_recipient(Index token) const {
        if (doc_.tokens.deprel[token] == Deprel::iobj) return true;
        const Index link = syntax_.children.find(doc_, token, Deprel::case_);
        if (link == none || (doc_.lower(link) != "to" && doc_.lower(link) != "for")) return false;
        const Index mention = syntax_.mention_of[token];
        const bool named = mention != none && doc_.mentions[mention].type != EntityType::LOC;
        return named || doc_.tokens.upos[token] == Upos::PRON || doc_.tokens.upos[token] == Upos::NOUN;
    }

    bool is_instrument(Index token) const {
        const Index link = syntax_.children.find(doc_, token, Deprel::case_);
        return link != none && (doc_.lower(link) == "with" || doc_.lower(link) == "via");
    }

    // The first date, time or duration within a phrase.
    Index time_in(TokenRange tokens) const {
        for (Index t = tokens.begin; t < tokens.end; ++t)
            if (doc_.tokens.time[t] != none) return doc_.tokens.time[t];
        return none;
    }

    Document& doc_;
    Syntax syntax_;
    RoleReader roles_;
    LinearModel model_;
    LinearModel happened_;
    ModalWords words_;
    std::vector<Extent> extents_;
    std::vector<TokenRange> subtrees_;
    std::vector<RoleCandidate> candidates_;  // of the predicate in hand
    std::vector<std::uint32_t> features_;
};

}  // namespace

void find_propositions(Document& doc, const Resources& resources) {
    PropositionFinder(doc, resources).find(resources.table("event_nouns"));
}

bool is_patient(const Document& doc, Index predicate, Index token) {
    const Index number = doc.tokens.proposition[predicate];
    return number != none && doc.propositions[number].patient &&
           doc.propositions[number].patient->head == token;
}

}  // namespace lede
