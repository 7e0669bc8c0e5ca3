// What the pages do beyond what the browser does by itself. Every page works without this file.
import {
  createAll, Button, ErrorSummary, ServiceNavigation, SkipLink,
} from "./vendor/govuk-frontend-6.3.0.min.js";

const PARTS = [Button, ErrorSummary, ServiceNavigation, SkipLink];

function start(scope) {
  for (const Part of PARTS) createAll(Part, undefined, { scope });
  for (const action of scope.querySelectorAll("[data-hides-with]")) hideWith(action);
}

// A button that leads to something further down is not needed while that is on the screen.
function hideWith(action) {
  const shown = document.querySelector(action.dataset.hidesWith);
  if (!shown || !window.IntersectionObserver) return;
  new IntersectionObserver((entries) => {
    action.hidden = entries.at(-1).isIntersecting;
  }).observe(shown);
}

// After a part of the page was replaced: the title says whether there are errors, and the focus
// goes to the error summary (which takes it by itself) or to the message that says it is saved.
function settle(part, focusWasLost) {
  start(part);
  const failed = document.querySelector("main .govuk-error-summary") !== null;
  document.title = (failed ? "Error: " : "") + document.title.replace(/^Error: /, "");
  if (part.querySelector(".govuk-error-summary")) return;
  const message = part.matches("[data-focus]") ? part : part.querySelector("[data-focus]");
  if (message) message.focus();
  else if (focusWasLost) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
}

document.addEventListener("htmx:after:swap", (event) => {
  const { ctx } = event.detail;
  if (ctx.swap === "none" || !ctx.target) return;
  const part = ctx.target.isConnected ? ctx.target : document.getElementById(ctx.target.id);
  if (part) settle(part, ctx.request.method !== "GET" && document.activeElement === document.body);
});

// The session has ended: send the form itself, as without this script, so that the server can
// carry what was typed through signing in. This event comes before htmx obeys HX-Redirect.
document.addEventListener("htmx:before:response", (event) => {
  const { request, response } = event.detail.ctx;
  if (response.status !== 401 || !request.form || request.method !== "POST") return;
  event.preventDefault();
  if (request.submitter?.name) {
    const pressed = document.createElement("input");
    Object.assign(pressed, {
      type: "hidden", name: request.submitter.name, value: request.submitter.value,
    });
    request.form.append(pressed);
  }
  HTMLFormElement.prototype.submit.call(request.form);
});

document.addEventListener("htmx:after:request", (event) => {
  if (event.detail.ctx.response.status < 400) clearAlert();
});

// Refusals and faults are never swapped in, so the words typed stay where they are.
document.addEventListener("htmx:response:error", (event) => {
  const { request, response } = event.detail.ctx;
  if (![401, 409, 422].includes(response.status)) say(response.status, request.method !== "GET");
});

document.addEventListener("htmx:error", (event) => {
  const request = event.detail.ctx?.request;
  if (request && !request.form?.dataset.kept) say(0, request.method !== "GET");
});

// One form, one save: a second press within ten seconds does nothing. Forms that htmx sends have
// their buttons disabled instead.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (tooLarge(form)) return event.preventDefault();
  if (form.dataset.sent) event.preventDefault();
  else work(form, event.submitter);
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 10000);
});

// A file that the server would refuse is not sent: what was typed beside it stays.
function tooLarge(form) {
  const large = [...form.querySelectorAll("[data-most]")]
    .find((box) => box.files[0]?.size > Number(box.dataset.most));
  if (!large) return false;
  clearAlert();
  const most = Math.round(large.dataset.most / 1048576);
  alertOf(`Nothing was sent: this file is larger than ${most} MB. Make it smaller or split it. ${UNSAVED}`,
    button("Close", "link-button", clearAlert));
  large.focus();
  return true;
}

window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[data-busy][data-rests]")) rest(button);
});

// What takes over a second says what it is doing: the button that was pressed, and once aloud.
function work(form, button) {
  if (!button?.dataset.busy) return;
  button.dataset.rests = button.textContent;
  button.textContent = button.dataset.busy;
  const said = document.createElement("p");
  said.className = "govuk-visually-hidden";
  said.setAttribute("role", "status");
  form.append(said);
  setTimeout(() => { said.textContent = button.dataset.busy; }, 100);
}

function rest(button) {
  button.textContent = button.dataset.rests;
  delete button.dataset.rests;
}

// ---- Alerts

// One bar at the top of the page for what must not be missed. The bar is a live region that is
// there from the start, so that screen readers say what is put into it.
const UNSAVED = "Your words are still on this page. ";

const REASONS = {
  0: "There is no connection just now. Try again when you are back online.",
  400: "This page has been open for too long. Copy what you typed, then load the page again.",
  403: "You may not do this.",
  404: "This is no longer here.",
  413: "That is too much to send at once.",
  429: "That was too many tries. Wait a minute, then try again.",
};

const FAULT = "Something went wrong at our end. Try again in a minute.";

const bar = document.getElementById("alerts");

function clearAlert() {
  bar?.querySelector(".alert:not(.alert--session)")?.remove();
}

// An alert with words and buttons; made of text only, never of HTML.
function alertOf(words, ...buttons) {
  const alert = document.createElement("div");
  const row = document.createElement("div");
  const text = document.createElement("p");
  alert.className = "alert";
  row.className = "govuk-width-container";
  text.textContent = words;
  row.append(text, ...buttons);
  alert.append(row);
  bar?.append(alert);
  return alert;
}

function button(label, className, pressed) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className, textContent: label });
  made.addEventListener("click", pressed);
  return made;
}

// Other files ask for an alert: the words, and each button's label with what pressing it does.
document.addEventListener("portal:alert", ({ detail: { words, buttons } }) => {
  clearAlert();
  alertOf(words, ...buttons.map(([label, pressed]) => (
    button(label, "govuk-button govuk-button--inverse", pressed))));
});

// Say why a request did not go through: 0 stands for a lost connection.
function say(status, wasSave) {
  clearAlert();
  const start = wasSave ? `Not saved yet. ${UNSAVED}` : "This could not be loaded. ";
  alertOf(start + (REASONS[status] ?? FAULT), button("Close", "link-button", clearAlert));
}

// ---- The session

// Five minutes before the session ends for want of use, say so and offer to stay. The server
// writes the end on the body and on every answer (X-Session-Ends).
const WARNING = 5 * 60 * 1000;
const HEADER = "X-Session-Ends";
const FILLED = `main form[method="post"] :is(input:not([type="hidden"], [hidden]), select, textarea)`;

let ends;
let warning;
let timer;

function clockTime(moment) {
  return moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

async function stay() {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  const answer = await fetch("/sessions/current/stay", {
    method: "POST",
    headers: { "X-CSRFToken": token, "HX-Request": "true" },
    credentials: "same-origin",
  }).catch(() => null);
  if (!answer?.ok || !answer.headers.get(HEADER)) {
    warn("You could not be kept signed in. Save your work or copy it now.");
    return;
  }
  renew(answer.headers.get(HEADER));
  // After twelve hours a session ends whatever is done in it.
  if (ends - Date.now() <= WARNING) {
    tell(`You have been signed in all day. At ${clockTime(ends)} you will have to sign in again.`);
  }
}

function warn(words) {
  tell(words, button("Stay signed in", "govuk-button govuk-button--inverse", stay));
}

function tell(words, ...buttons) {
  warning?.remove();
  warning = alertOf(words, ...buttons);
  warning.classList.add("alert--session");
}

// Also asked when the page is looked at again: a sleeping phone runs no timers.
function look() {
  clearTimeout(timer);
  const left = ends - Date.now();
  if (left > WARNING) timer = setTimeout(look, left - WARNING);
  else if (left > 0) {
    warn(`You will be signed out at ${clockTime(ends)} unless you choose to stay.`);
    timer = setTimeout(look, left + 1000);
  } else ended();
}

function ended() {
  if (document.querySelector(FILLED)) {
    tell("You have been signed out. Save now: what you typed comes with you to sign in.");
  } else {
    const again = () => location.reload();
    tell("You have been signed out.", button("Sign in", "govuk-button govuk-button--inverse", again));
  }
}

function renew(iso) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return;
  ends = moment;
  warning?.remove();
  look();
}

function keepSession() {
  if (!document.body.dataset.sessionEnds) return;
  renew(document.body.dataset.sessionEnds);
  document.addEventListener("htmx:after:request", (event) => {
    const header = event.detail.ctx.response.headers.get(HEADER);
    if (header) renew(header);
  });
  document.addEventListener("portal:answered", (event) => {
    const header = event.detail.headers.get(HEADER);
    if (header) renew(header);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look();
  });
}

start(document);
document.querySelector("main > [data-focus]")?.focus();
keepSession();
