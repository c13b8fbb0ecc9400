// Failures in words for a reader.
import { LedeError } from "lede";

export function messageOf(error: unknown): string {
  if (!(error instanceof LedeError)) return "Something went wrong. Please try again.";
  switch (error.code) {
    case "empty_text":
      return error.message.includes("“") ? error.message : "There is no text yet. Paste an article first.";
    case "too_large":
      return error.message.includes("“") ? error.message : "That is more than 16 MB of text. Paste one article at a time.";
    case "unsupported_format":
      return error.message.includes("“") ? error.message : "That is not plain text. Copy the article's words and paste them here.";
    case "bad_date":
      return "The publication date is no day of the calendar.";
    case "load_failed":
      return "The reading engine could not be loaded. Check the connection and reload the page.";
    case "out_of_memory":
    case "result_too_large":
      return "This browser does not give enough memory for an article of that length.";
    default:
      return "The reading engine stopped unexpectedly. It has been restarted; please try again.";
  }
}
