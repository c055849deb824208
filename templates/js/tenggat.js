(function (words) {
  // Words that were looked for in vain go on with the reader: into the search field here, and
  // along the links, so that a form can begin with them.
  if (!words) return;
  document.getElementById('q').value = words;
  document.querySelectorAll('.naskah a').forEach(function (a) {
    if (a.origin === location.origin && !a.search) a.search = '?cari=' + encodeURIComponent(words);
  });
})(new URLSearchParams(location.search).get('cari'))
