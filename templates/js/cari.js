(function (q, status) {
  function filter() {
    var words = q.value.toLowerCase().split(/\s+/).filter(Boolean), n = 0;
    document.querySelectorAll('.tautan').forEach(function (list) {
      var left = 0;
      list.querySelectorAll('li').forEach(function (li) {
        var text = li.textContent.toLowerCase();
        li.hidden = !words.every(function (w) { return text.indexOf(w) >= 0; });
        if (!li.hidden) left++;
      });
      list.parentNode.hidden = !left;
      n += left;
    });
    status.textContent = words.length ? n + ' dokumen' : '';
  }
  q.value = new URLSearchParams(location.search).get('q') || '';
  q.form.onsubmit = function (e) { e.preventDefault(); };
  q.oninput = filter;
  filter();
})(document.getElementById('q'), document.getElementById('hasil'));
