(function () {
  // On wide screens the groups beside a list stand open.
  if (matchMedia('(min-width: 60em)').matches) document.querySelectorAll('.saringan').forEach(function (d) { d.open = true; });
})()
