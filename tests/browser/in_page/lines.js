// On how many lines the elements stand: those that overlap in height with one before them are on its line.
(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
  const bottoms = [];
  for (const box of boxes.sort((a, b) => a.top - b.top)) {
    const last = bottoms.at(-1);
    if (last === undefined || box.top >= last) bottoms.push(box.bottom);
  }
  return bottoms.length;
}
