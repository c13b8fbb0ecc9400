// Extracts the article from a saved e-mail. This module is loaded on demand because it includes a library.
import PostalMime from "postal-mime";
import { dayOf } from "../api/days.js";
import { type Article, articleOf } from "./clipboard.js";

export async function readEmail(bytes: Uint8Array): Promise<Article> {
  const mail = await PostalMime.parse(bytes);
  const date = mail.headers.find(({ key }) => key === "date")?.value;
  const subject = mail.subject?.replace(/^\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i, "").trim();
  const body = mail.html ? articleOf(mail.html, "") : { text: mail.text ?? "", title: null, published: null };
  // A mail made of images may have its text only in the plain part.
  const text = mail.text && sizeOf(body.text) < sizeOf(mail.text) / 4 ? mail.text : body.text;
  return { text, title: subject || body.title, published: dayOf(date ?? "") ?? body.published };
}

/** The length of the words. Plain parts also contain long URLs. */
function sizeOf(text: string): number {
  return text.replace(/https?:\/\/\S+/g, "").length;
}
