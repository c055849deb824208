// The buttons of files check the file against its digest on the page, and its digest against
// the public log: its line is hashed up to the root that the checkpoint of today names
// (RFC 6962; the tiles are those of golang.org/x/mod/sumdb/tlog).
document.querySelectorAll('button[data-cocok]').forEach(function (b) {
  if (!window.crypto || !crypto.subtle) return;
  var item = b.closest('li'), status = item.querySelector('[role=status]'), root = new URL('../../', new URL(b.dataset.bukti, location)), tiles = {}, size;
  function get(path) {
    return fetch(path, {cache: 'no-cache'}).then(function (r) { if (!r.ok) throw r.status; return r; });
  }
  function sha(bytes) {
    return crypto.subtle.digest('SHA-256', bytes).then(function (h) { return new Uint8Array(h); });
  }
  function join(parts) {
    return parts.reduce(function (all, p) { return all.concat(Array.from(p)); }, []);
  }
  function node(a, b) { return sha(Uint8Array.from(join([[1], a, b]))); }
  function same(a, b) { return a.join() == b.join(); }
  // tile reads the hashes of a tile: 256 of one level, or as many as there are.
  function tile(level, n) {
    var width = Math.min(256, Math.floor(size / Math.pow(256, level)) - 256 * n), path = '', rest = n;
    for (path = ('00' + rest % 1000).slice(-3); rest >= 1000; path = 'x' + ('00' + rest % 1000).slice(-3) + '/' + path) rest = Math.floor(rest / 1000);
    path = 'catatan/tile/8/' + level + '/' + path + (width < 256 ? '.p/' + width : '');
    return tiles[path] = tiles[path] || get(new URL(path, root)).then(function (r) { return r.arrayBuffer(); }).then(function (data) {
      var all = [];
      for (var i = 0; i < width; i++) all.push(new Uint8Array(data, 32 * i, 32));
      return all;
    });
  }
  // fold hashes a power of two of hashes to one.
  function fold(all) {
    if (all.length == 1) return Promise.resolve(all[0]);
    var pairs = [];
    for (var i = 0; i < all.length; i += 2) pairs.push(node(all[i], all[i + 1]));
    return Promise.all(pairs).then(fold);
  }
  // subtree is the hash of the n-th full tree of 2^height lines.
  function subtree(height, n) {
    var level = Math.floor(height / 8), count = Math.pow(2, height % 8), first = n * count;
    return tile(level, Math.floor(first / 256)).then(function (all) { return fold(all.slice(first % 256, first % 256 + count)); });
  }
  function top() {
    var trees = [], at = 0;
    for (var h = 40; h >= 0; h--) {
      var lines = Math.pow(2, h);
      if (Math.floor(size / lines) % 2) { trees.push(subtree(h, at / lines)); at += lines; }
    }
    return Promise.all(trees).then(function (all) {
      return all.slice(0, -1).reduceRight(function (right, left) { return right.then(function (r) { return node(left, r); }); }, Promise.resolve(all[all.length - 1]));
    });
  }
  // holds follows a line up through the full tiles above it.
  function holds(hash, n, level) {
    return tile(level, Math.floor(n / 256)).then(function (all) {
      if (!all[n % 256] || !same(all[n % 256], hash)) throw 'beda';
      if (all.length < 256) return;
      return fold(all).then(function (up) { return holds(up, Math.floor(n / 256), level + 1); });
    });
  }
  b.hidden = false;
  b.onclick = function () {
    var want = item.querySelector('code').textContent.replace(/\s/g, ''), line, sum;
    tiles = {};
    status.textContent = b.dataset.tunggu;
    get(item.querySelector('a').href).then(function (r) { return r.arrayBuffer(); }).then(sha).then(function (h) {
      sum = Array.from(h, function (x) { return ('0' + x.toString(16)).slice(-2); }).join('');
      if (sum != want) throw 'beda';
      return get(b.dataset.bukti);
    }).then(function (r) { return r.json(); }).then(function (p) {
      line = p;
      if (p.sha256 != want) throw 'beda';
      return get(new URL('catatan/checkpoint', root));
    }).then(function (r) { return r.text(); }).then(function (text) {
      var c = text.split('\n');
      size = +c[1];
      return sha(new TextEncoder().encode('\0' + line.tanggal + ' ' + line.sha256 + ' ' + line.berkas)).then(function (leaf) {
        return holds(leaf, line.baris, 0);
      }).then(top).then(function (h) {
        if (btoa(String.fromCharCode.apply(null, h)) != c[2]) throw 'beda';
        status.textContent = b.dataset.cocok.replace('{0}', new Date(line.tanggal).toLocaleDateString(document.documentElement.lang, {dateStyle: 'long', timeZone: 'UTC'})).replace('{1}', line.baris + 1).replace('{2}', size);
      });
    }).catch(function (e) { status.textContent = e == 'beda' ? b.dataset.beda : b.dataset.gagal; });
  };
});
