// What scrolls smoothly, or takes longer than a hundredth of a second to change.
() => {
  const longest = (list) => Math.max(...list.split(",").map(parseFloat));
  const moves = (style) =>
    style.scrollBehavior === "smooth" || longest(style.transitionDuration) > 0.01
    || (style.animationName !== "none" && longest(style.animationDuration) > 0.01);
  return [...document.querySelectorAll("*")].filter((e) => moves(getComputedStyle(e)))
    .map((e) => e.outerHTML.slice(0, 120));
}
