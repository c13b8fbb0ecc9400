// wink-nlp with its light English model: sentences, tags, entities (dates, numbers, money, but no people or places).
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

export async function start() {
  const nlp = winkNLP(model);
  const { its } = nlp;
  return (text) => {
    const doc = nlp.readDoc(text);
    return {
      sentences: doc.sentences().out(),
      tags: doc.tokens().out(its.pos),
      lemmas: doc.tokens().out(its.lemma),
      entities: doc.entities().out(its.detail),
    };
  };
}
