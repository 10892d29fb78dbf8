import { getRouteApi } from "@tanstack/react-router";
import { AgreementView } from "@/features/agreement/AgreementView";

const route = getRouteApi("/e/$engagement/agreement");

export function AgreementPage() {
  const { file, line, version } = route.useSearch();
  return <AgreementView file={file} line={line} version={version} />;
}
