// Every page works without this file. With htmx it keeps the focus in a sensible place and says when something is on its way.
const focusOn = (element) => {
  if (!element) return;
  element.removeAttribute("data-focus");
  element.focus();
};

document.addEventListener("DOMContentLoaded", () => focusOn(document.querySelector(".error-summary")));
document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.target.setAttribute("aria-busy", "true"));
document.addEventListener("htmx:afterRequest", ({ detail }) => detail.target.removeAttribute("aria-busy"));
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  focusOn(document.querySelector("[data-focus]") || detail.elt.querySelector(".error-summary"));
});
