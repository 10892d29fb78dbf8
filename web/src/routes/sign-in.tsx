import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate, useRouter } from "@tanstack/react-router";
import { signOut } from "@/api/commands";
import { keys } from "@/api/queries";
import { NoEngagement } from "@/features/session/NoEngagement";
import { SignIn } from "@/features/session/SignIn";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  return (
    <SignIn
      onSignedIn={(session) => {
        // Nothing that somebody else read before stays.
        queryClient.clear();
        queryClient.setQueryData(keys.session, session);
        router.history.replace(next ?? "/");
      }}
    />
  );
}

export function NoEngagementPage() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <NoEngagement
      onSignOut={async () => {
        await signOut();
        queryClient.clear();
        await navigate({ to: "/sign-in" });
      }}
    />
  );
}
