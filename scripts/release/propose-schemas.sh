#!/usr/bin/env bash
# Opens the pull request with what `schemas:sync` has brought, or brings the open one up to date. The workflow runs it.
set -euo pipefail
cd "$(dirname "$0")/../.."

branch=schemas/sync
if [ -z "$(git status --porcelain)" ]; then
  echo "The live catalog says what the schemas say."
  exit 0
fi

git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
git checkout --quiet -B "$branch"
git add --all -- schemas packages docs .changeset
git commit --quiet --message "Schemas of the models, as the live catalog says them"
git push --quiet --force "https://x-access-token:${GH_TOKEN}@github.com/${GITHUB_REPOSITORY}.git" "$branch"

# Its text is the changeset that the comparison has written.
body=$(mktemp)
git diff --name-only --diff-filter=AM "$GITHUB_SHA" -- .changeset | xargs --no-run-if-empty tail --lines=+5 > "$body"
if [ -z "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
  gh pr create --head "$branch" --base main --title "Schemas of the models, as the live catalog says them" --body-file "$body"
else
  gh pr edit "$branch" --body-file "$body"
fi
