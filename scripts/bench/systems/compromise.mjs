// compromise with compromise-dates: sentences with tags, people, places, organisations, numbers, dates, quotations.
import nlp from "compromise";
import dates from "compromise-dates";

export async function start() {
  nlp.extend(dates);
  return (text) => {
    const doc = nlp(text);
    return {
      sentences: doc.json(),
      people: doc.people().out("array"),
      places: doc.places().out("array"),
      organizations: doc.organizations().out("array"),
      numbers: doc.numbers().get(),
      dates: datesOf(doc),
      quotations: doc.quotations().out("array"),
    };
  };
}

// compromise-dates 3.9 throws on some expressions. The rest of the answer must not be lost.
function datesOf(doc) {
  try {
    return doc.dates().get();
  } catch {
    return [];
  }
}
