// Answers: the best candidates of each question, where the ranker is sure enough of them.
#include "brief/brief.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "brief/candidates.h"
#include "neural/linear_model.h"

namespace lede::brief {

namespace {

// By question, what "right" must be ahead of "wrong" by, in sixteenths of a natural logarithm: where the
// answers of the stories held out in cross-validation are right as often as a reader expects.
constexpr std::array<std::int32_t, question_count> least_lead{-32, -20, -24, -4, 2, 4};

// An answer stands in one sentence, and on one line.
bool is_printable(const Document& doc, Span span) {
    return doc.slice(span).find_first_of("\r\n") == std::string_view::npos;
}

void keep_best(const Document& doc, std::vector<Answer>& answers) {
    constexpr std::size_t most = 3;
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Answer& a, const Answer& b) { return a.score > b.score; });
    std::vector<Answer> kept;
    for (const Answer& answer : answers) {
        if (kept.size() == most) break;
        const bool repeats = std::any_of(kept.begin(), kept.end(), [&](const Answer& better) {
            return better.span.overlaps(answer.span) ||
                   (answer.entity != none && better.entity == answer.entity) ||
                   fold(doc.slice(better.span)) == fold(doc.slice(answer.span));
        });
        if (!repeats) kept.push_back(answer);
    }
    answers = std::move(kept);
}

}  // namespace

std::vector<Candidate> find_candidates(const Story& story, Question question) {
    std::vector<Candidate> candidates;
    switch (question) {
        case Question::who:
            find_who(story, candidates);
            break;
        case Question::what:
            find_what(story, candidates);
            break;
        case Question::when:
            find_when(story, candidates);
            break;
        case Question::where:
            find_where(story, candidates);
            break;
        case Question::why:
            find_why(story, candidates);
            break;
        case Question::how:
            find_how(story, candidates);
            break;
    }
    std::erase_if(candidates,
                  [&](const Candidate& candidate) { return !is_printable(story.doc, candidate.span); });
    return candidates;
}

namespace {

std::vector<Answer> answer(const Story& story, const LinearModel& model, Question question) {
    std::vector<Answer> answers;
    for (const Candidate& candidate : find_candidates(story, question)) {
        if (candidate.aside) continue;
        LinearModel::Scores scores;
        scores[0] = scores[1] = 0;
        model.add(candidate.features, scores);
        const std::int32_t lead = scores[1] - scores[0];
        if (lead < least_lead[static_cast<std::size_t>(question)]) continue;
        constexpr std::int32_t certain = 64;
        const float sure = static_cast<float>(std::clamp(lead, -certain, certain)) / certain;
        answers.push_back({candidate.span, 0.5F + 0.5F * sure, candidate.entity});
    }
    keep_best(story.doc, answers);
    // What follows the first answer is more right than wrong.
    constexpr float even = 0.5F;
    if (answers.size() > 1)
        answers.erase(std::remove_if(answers.begin() + 1, answers.end(),
                                     [](const Answer& one) { return one.score < even; }),
                      answers.end());
    return answers;
}

}  // namespace

}  // namespace lede::brief

namespace lede {

using namespace brief;

Answers::Answers(Document& doc, const Resources& resources)
    : doc_(doc), model_(LinearModel::open(resources.raw("brief"))) {
    doc.brief = {};
    if (model_.labels().size() == 2) story_ = std::make_unique<Story>(doc, resources);
}

Answers::~Answers() = default;

void Answers::find_what_happened() {
    if (!story_) return;
    doc_.brief.what = answer(*story_, model_, Question::what);
    story_->read_what_happened();
}

void Answers::find_others() {
    if (!story_) return;
    doc_.brief.who = answer(*story_, model_, Question::who);
    doc_.brief.when = answer(*story_, model_, Question::when);
    doc_.brief.where = answer(*story_, model_, Question::where);
    doc_.brief.why = answer(*story_, model_, Question::why);
    doc_.brief.how = answer(*story_, model_, Question::how);
}

}  // namespace lede
