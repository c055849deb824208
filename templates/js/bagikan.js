(function (b) {
  if (!b || !navigator.clipboard) return;
  b.hidden = false;
  b.onclick = function () {
    navigator.clipboard.writeText(document.querySelector('link[rel=canonical]').href).then(function () {
      b.textContent = b.dataset.selesai;
    });
  };
})(document.getElementById('salin'));
