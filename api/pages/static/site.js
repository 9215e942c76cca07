// What all pages gain with script. Without it everything works all the same.
document.documentElement.classList.add("has-script");
