import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { CatalogPage } from "./catalog/catalog-page.js";
import { useWords } from "./i18n/context.js";
import { Notice } from "./parts/notice.js";
import { Page } from "./parts/page.js";
import { Shell } from "./shell/shell.js";

// What a first look does not need is loaded with its page.
const ModelPage = lazy(() => import("./model/model-page.js"));
const GenerationsPage = lazy(() => import("./generations/generations-page.js"));
const KeysPage = lazy(() => import("./keys/keys-page.js"));
const UsagePage = lazy(() => import("./usage/usage-page.js"));
const SettingsPage = lazy(() => import("./settings/settings-page.js"));

export function App() {
  return (
    <Shell>
      <Suspense fallback={<div className="page" aria-busy="true" />}>
        <Switch>
          <Route path="/" component={CatalogPage} />
          <Route path="/models/*">
            {(params) => <ModelPage key={params["*"]} modelId={String(params["*"])} />}
          </Route>
          <Route path="/generations" component={GenerationsPage} />
          <Route path="/keys" component={KeysPage} />
          <Route path="/usage" component={UsagePage} />
          <Route path="/settings" component={SettingsPage} />
          <Route component={NothingHere} />
        </Switch>
      </Suspense>
    </Shell>
  );
}

function NothingHere() {
  const { t } = useWords();
  return (
    <Page title={t("missing.title")}>
      <Notice title={t("missing.text")} />
    </Page>
  );
}
