// Names of the speakers of quotes.
import type { Quote, Result } from "../api/types.js";
import { line } from "./spans.js";

/** The speaker's best known name; "" if the speaker is unknown. */
export function speakerOf(result: Result, text: string, { entity, speaker }: Quote): string {
  const known = entity === null ? undefined : result.entities[entity];
  return known?.name ?? (speaker ? line(text, speaker) : "");
}
