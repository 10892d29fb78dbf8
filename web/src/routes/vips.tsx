import { VipsView } from "@/features/vips/VipsView";

export function VipsPage() {
  return <VipsView />;
}
