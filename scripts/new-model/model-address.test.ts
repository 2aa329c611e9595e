import { expect, test } from "vitest";
import { UsageError } from "../sync-catalog/flags.js";
import { modelAddress } from "./model-address.js";

test.each([
  ["https://a.example/v1/models/acme/x/edit", "https://a.example", "acme/x/edit"],
  ["https://a.example/base/v1/models/acme/x/", "https://a.example/base", "acme/x"],
  ["http://127.0.0.1:8080/models/acme/x?tab=api#form", "http://127.0.0.1:8080", "acme/x"],
  ["https://a.example/models/acme/x%2D1", "https://a.example", "acme/x-1"],
  // A page of the vendor's is about the hosted service.
  ["https://www.runcomfy.com/models/acme/x/edit", "https://model-api.runcomfy.net", "acme/x/edit"],
  ["https://runcomfy.com.a.example/models/acme/x", "https://runcomfy.com.a.example", "acme/x"],
])("%s", (url, baseUrl, modelId) => {
  expect(modelAddress(url)).toEqual({ baseUrl, modelId });
});

test.each([
  "https://a.example/",
  "https://a.example/v1/models",
  "https://a.example/v1/models/",
  "https://me:secret@a.example/models/acme/x",
  "ftp://a.example/models/acme/x",
  "https://a.example/models/%zz",
])("%s names no model", (url) => {
  expect(() => modelAddress(url)).toThrow(UsageError);
});
