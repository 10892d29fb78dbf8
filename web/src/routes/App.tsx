// Puts the whole application together: theme, cache, router. A request that finds nobody signed in leads to the sign-in
// page and back.
import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setCsrfToken } from "@/api/client";
import { ApiError, worthAnotherTry } from "@/api/problem";
import { keys } from "@/api/queries";
import { theme } from "@/ui/theme";
import { makeRouter } from "./router";

function onError(error: unknown): void {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  // A wrong password is answered at its form; here a session that was there has ended.
  if (queryClient.getQueryData(keys.session) == null) return;
  setCsrfToken(null);
  queryClient.setQueryData(keys.session, null);
  void router.invalidate();
}

const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      retry: worthAnotherTry,
      refetchOnWindowFocus: false,
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

const router = makeRouter(queryClient);

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
