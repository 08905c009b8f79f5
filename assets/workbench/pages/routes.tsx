import { useEffect } from "preact/hooks";
import { ApplicationsDocument } from "../api/operations.ts";
import { useQuery } from "../api/use-query.ts";
import { Skeleton } from "../components/small.tsx";
import { t } from "../locales/i18n.ts";
import { go, match, route } from "../router.ts";
import { ApplicationPage } from "./application.tsx";
import { Applications } from "./applications.tsx";
import { Bin } from "./bin.tsx";
import { NotFound } from "./not-found.tsx";
import { Onboarding } from "./onboarding.tsx";
import { ResumePage } from "./resume.tsx";
import { Resumes } from "./resumes.tsx";
import { Settings } from "./settings.tsx";
import { Statistics } from "./statistics.tsx";

/** `/`: on to the applications, or to the first one. */
function Home() {
  const { data, problem } = useQuery(ApplicationsDocument, { first: 1 });
  const count = data?.applications.totalCount;
  useEffect(() => {
    if (count !== undefined) go(count ? "/applications" : "/start", true);
    else if (problem) go("/applications", true);
  }, [count, problem]);
  return <Skeleton rows={3} label={t("list.loading")} />;
}

/** The page of the present address. */
export function Routes() {
  const { path } = route.value;
  if (path === "/") return <Home />;
  if (path === "/start") return <Onboarding />;
  if (path === "/applications") return <Applications />;
  if (path === "/resumes") return <Resumes />;
  if (path === "/bin") return <Bin />;
  if (path === "/statistics") return <Statistics />;
  if (path === "/settings") return <Settings />;
  const application = match("/applications/:id", path);
  if (application?.id) return <ApplicationPage id={application.id} key={application.id} />;
  const resume = match("/resumes/:id", path);
  if (resume?.id) return <ResumePage id={resume.id} key={resume.id} />;
  return <NotFound />;
}
