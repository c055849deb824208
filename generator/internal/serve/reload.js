function (state, events) {
  var key = 'maklumat-scroll:' + location.pathname;
  var saved = sessionStorage.getItem(key);
  if (saved !== null) {
    sessionStorage.removeItem(key);
    scrollTo(0, +saved);
  }
  var host;
  function show(html) {
    if (host) host.remove();
    host = null;
    if (!html) return;
    host = document.createElement('div');
    host.id = 'maklumat-overlay';
    var root = host.attachShadow({mode: 'open'});
    // A constructed style sheet: the page's policy allows no style element of ours.
    var style = new CSSStyleSheet();
    style.replaceSync(
      ':host{all:initial}' +
      'section{position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;box-sizing:border-box;' +
      'padding:16px 24px;background:#1d1a17;color:#f3eee6;font:16px/1.5 system-ui,sans-serif;border-top:6px solid #c4353a}' +
      'ul{list-style:none;margin:0;padding:0}li{padding:8px 0;border-bottom:1px solid #453d33}p{margin:4px 0}' +
      'strong{color:#ff9d94}code,pre{font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}' +
      'pre{margin:4px 0;padding:8px;background:#33290f}mark{background:#9b1c22;color:#fff}' +
      'button{float:right;font:inherit;color:inherit;background:none;border:1px solid #94897a;padding:4px 12px;cursor:pointer}');
    root.adoptedStyleSheets = [style];
    root.innerHTML = '<section role="alert"><button type="button">×</button><ul>' + html + '</ul></section>';
    root.querySelector('button').onclick = function () { host.remove(); };
    document.documentElement.appendChild(host);
  }
  show(state.overlay);
  var source = new EventSource(events + '?path=' + encodeURIComponent(location.pathname));
  source.onmessage = function (e) {
    var now = JSON.parse(e.data);
    if (now.sum !== state.sum) {
      sessionStorage.setItem(key, scrollY);
      location.reload();
      return;
    }
    if (now.overlay !== state.overlay) {
      state.overlay = now.overlay;
      show(now.overlay);
    }
  };
}
