import { listClaimImportAside } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { claimWords } from "../words/table.ts";
import { AsideList } from "./AsideList.tsx";
import "../claims.css";

/** What one import put aside. */
export function ImportPage() {
  const { id } = useParams({ from: "/claims/imports/$id" });
  const words = useWords(claimWords);
  const pages = usePages(listClaimImportAside, { params: { id } });
  return (
    <div className="page">
      <PageHead
        title={words.asideTitle}
        above={
          <p className="small">
            <Link to="/claims/imports">← {words.imports}</Link>
          </p>
        }
      >
        <p className="page-lead">{words.asideIntro}</p>
      </PageHead>
      <Sheet title={words.aside}>
        <AwaitedList what={words.aside} pages={pages} empty={<Empty title={words.nothingAside} />} />
        <AsideList items={pages.items} />
        <MoreButton pages={pages} />
      </Sheet>
    </div>
  );
}
