import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { formsQuery } from "@/api/catalogue";
import { AskForm } from "@/features/catalogue/AskForm";
import { CatalogueView } from "@/features/catalogue/CatalogueView";
import { FormEditor } from "@/features/catalogue/FormEditor";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { ReadsOnly } from "./ReadsOnly";

// The list; a form to fill in; a form to change, or a new one.
export function CataloguePage() {
  const { engagement, isAuditor } = useWords();
  const navigate = useNavigate();
  const { form: asked, edit } = useSearch({ from: "/e/$engagement/catalogue" });
  const wanted = asked ?? edit;
  const forms = useQuery({ ...formsQuery(engagement.name), enabled: wanted !== undefined });
  const params = { engagement: engagement.name };
  const back = () => void navigate({ to: "/e/$engagement/catalogue", params });

  if (wanted === undefined) return <CatalogueView />;
  if (isAuditor) return <ReadsOnly />;
  if (edit === "new") return <FormEditor form={null} onDone={back} />;
  if (forms.error !== null) return <ProblemNote error={forms.error} onRetry={() => void forms.refetch()} />;
  if (forms.data === undefined) return null;
  const form = forms.data.find((one) => one.id === wanted);
  if (form === undefined) {
    return (
      <EmptyState icon={SearchX} title="There is no such form">
        <p>It may have been removed, or not be yours to fill in.</p>
      </EmptyState>
    );
  }
  if (edit !== undefined) return <FormEditor key={form.id} form={form} onDone={back} />;
  return (
    <AskForm
      key={form.id}
      form={form}
      onBack={back}
      onAsked={(ticket) =>
        ticket === undefined
          ? back()
          : void navigate({
              to: "/e/$engagement/tickets/$number",
              params: { ...params, number: ticket.number },
              replace: true,
            })
      }
    />
  );
}
