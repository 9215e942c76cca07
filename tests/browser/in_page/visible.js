// Which elements of a selector are to be seen.
(selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility())
  .map((e) => e.outerHTML.slice(0, 120))
