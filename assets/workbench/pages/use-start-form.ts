import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../api/client.ts";
import { ReadAdDocument } from "../api/operations.ts";
import { user } from "../api/session.ts";
import { dropDraft, readDraft, saveDraft } from "../text/drafts.ts";
import { emptyForm, type StartForm } from "../text/start-form.ts";

const THING = "start";
const READ_MILLISECONDS = 600;
const MIN_AD_CHARACTERS = 50;
const MAX_AD_CHARACTERS = 10_000;

function restored(owner: string): StartForm {
  try {
    return { ...emptyForm, ...JSON.parse(readDraft(localStorage, owner, THING)?.text ?? "{}") };
  } catch {
    return emptyForm;
  }
}

/** The form's state: kept on this device with each stroke; company and position fill in as the ad is read. */
export function useStartForm() {
  const owner = user.value?.id ?? "";
  const [form, setForm] = useState(() => restored(owner));
  const [wasRestored] = useState(() => Boolean(form.ad || form.company || form.position || form.notes || (form.resume && !form.resumeId)));
  const byHand = useRef({ company: Boolean(form.company), position: Boolean(form.position) });
  const latest = useRef(form);
  latest.current = form;

  const change = (changes: Partial<StartForm>, isByHand = true) => {
    const next = { ...latest.current, ...changes };
    latest.current = next;
    if (isByHand && "company" in changes) byHand.current.company = Boolean(changes.company);
    if (isByHand && "position" in changes) byHand.current.position = Boolean(changes.position);
    saveDraft(localStorage, owner, THING, { text: JSON.stringify(next), version: 0, at: Date.now() });
    setForm(next);
  };

  /** Take company and position over from what was read, where nobody typed them. */
  const fillIn = (company: string | null | undefined, position: string | null | undefined) => {
    const changes: Partial<StartForm> = {};
    if (company && !byHand.current.company) changes.company = company;
    if (position && !byHand.current.position) changes.position = position;
    if (Object.keys(changes).length) change(changes, false);
  };

  useEffect(() => {
    const { ad } = form;
    if (ad.trim().length < MIN_AD_CHARACTERS || ad.length > MAX_AD_CHARACTERS) return;
    const timer = setTimeout(async () => {
      const reading = await ask(ReadAdDocument, { text: ad }).catch(() => null);
      if (reading && latest.current.ad === ad) fillIn(reading.readAd.companyName, reading.readAd.roleTitle);
    }, READ_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [form.ad]);

  return { form, change, fillIn, wasRestored, forget: () => dropDraft(localStorage, owner, THING) };
}
