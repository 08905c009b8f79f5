import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../locales/i18n.ts";
import { route } from "../router.ts";

let shownPath: string | null = null;

interface Props {
  title: string;
  /** What stands under the title. */
  lead?: ComponentChildren;
  /** What stands beside it. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** A page with its title, which takes the focus after a change of address. */
export function Page({ title, lead, tools, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = route.value;
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title]);
  useEffect(() => {
    if (shownPath !== null && shownPath !== path) heading.current?.focus({ preventScroll: true });
    shownPath = path;
  }, [path]);
  return (
    <>
      <header class="page-head">
        <div class="page-title">
          <h1 tabIndex={-1} ref={heading}>{title}</h1>
          {lead && <div class="page-lead">{lead}</div>}
        </div>
        {tools && <div class="page-tools">{tools}</div>}
      </header>
      {children}
    </>
  );
}
