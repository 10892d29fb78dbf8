import { LifeView } from "@/features/agreement/LifeView";

export function AgreementLifePage() {
  return <LifeView />;
}
