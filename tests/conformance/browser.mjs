// A real Chromium, and people who sign in to the pages with it.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/** For tests that need it. */
export const skip = path ? false : "no Chromium on this machine";

export const startBrowser = async () => path && chromium.launch({ executablePath: path, args: ["--no-sandbox"] });

/** A browser of its own, signed in as somebody who was on the way to `/account`, with a query if the test says so. */
export async function signIn(browser, { url }, button, person, query = "") {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && faults.push(message.text()));
  await page.goto(`${url}/account${query}`);
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await page.getByRole("link", { name: `Sign in with ${button}` }).click();
  await page.fill("input[name=login]", person);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${url}/account${query}`);
  return { context, page, faults };
}

/** Something of the server's origin, with the same cookies and without the policy that keeps it from asking. */
export async function openFile(context, { url }) {
  const free = await context.browser().newContext({ bypassCSP: true, storageState: await context.storageState() });
  context.once("close", () => free.close());
  const page = await free.newPage();
  await page.goto(`${url}/pages/pages.css`);
  return page;
}

export const askInPage = (page, document) =>
  page.evaluate(async (query) => {
    const response = await fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) });
    return { status: response.status, body: await response.json() };
  }, document);

export const cookieOf = async (context, { url }) => (await context.cookies(url)).find(({ name }) => name === "__Host-session");
