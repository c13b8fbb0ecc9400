// Error messages for readers.
import { LedeError } from "lede";

/** Whether only a reload helps, because a new version was released after this page was opened. */
export function needsReload(error: unknown): boolean {
  return error instanceof LedeError && error.code === "version_mismatch";
}

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
      return "The publication date is not a valid date.";
    case "load_failed":
      return "The reading engine could not be loaded. Check the connection and try again.";
    case "bad_model":
      return "The reading engine was damaged during download. Check the connection and try again.";
    case "version_mismatch":
      return "A new version of Lede was released after you opened this page. Reload the page to continue; your text is kept.";
    case "out_of_memory":
    case "result_too_large":
      return "This browser does not have enough memory for an article of that length.";
    case "closed":
      return "The analysis was stopped.";
    case "bad_option":
    case "bad_request":
      return "Something went wrong. Please try again.";
    case "crashed":
      return "The reading engine stopped unexpectedly. It will be restarted; please try again.";
  }
}
