import { SatisfactionView } from "@/features/satisfaction/SatisfactionView";

export function SatisfactionPage() {
  return <SatisfactionView />;
}
