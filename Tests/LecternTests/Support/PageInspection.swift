/// Looks over a page in the browser for what a reader would stumble on.
enum PageInspection {
  /// A JavaScript expression: the complaints, as a list of texts.
  ///
  /// Every line of every text is a rectangle. None may be cut off by what it stands in, unless that scrolls, none may
  /// reach beyond the page, and no two may lie over each other.
  static let complaints = #"""
    (() => {
      const complaints = [];
      const page = document.documentElement;
      if (page.scrollWidth > page.clientWidth) {
        complaints.push(`the page is ${page.scrollWidth} wide, the window ${page.clientWidth}`);
      }
      const name = (text) => JSON.stringify(text.trim().slice(0, 40));

      // The part of a rectangle that can be seen, when all boxes around it stand as they do now; null for none.
      const seen = (box, element, text) => {
        for (let around = element; around && around !== document.body; around = around.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(around);
          const isDrawing = around.tagName === "svg";
          if (overflowX === "visible" && overflowY === "visible" && !isDrawing) continue;
          if (getComputedStyle(around).display === "inline" && !isDrawing) continue;
          const frame = around.getBoundingClientRect();
          const cut = {
            left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right),
            top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom),
          };
          const scrolls = ["auto", "scroll"];
          const isCut = !scrolls.includes(overflowX) && cut.right - cut.left < box.right - box.left - 1.5
            || !scrolls.includes(overflowY) && cut.bottom - cut.top < (box.bottom - box.top) * 0.8;
          if (isCut) complaints.push(`${name(text)} is cut off by ${around.tagName} ${around.className}`);
          if (cut.left >= cut.right || cut.top >= cut.bottom) return null;
          box = cut;
        }
        return box;
      };

      const lines = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || element.closest(".hidden, .skip-link, title, desc, style")) continue;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        range.selectNodeContents(node);
        for (const whole of range.getClientRects()) {
          const box = seen(whole, element, node.data);
          if (!box || box.right - box.left < 1) continue;
          if (box.left < -1 || box.right > page.clientWidth + 1) {
            complaints.push(`${name(node.data)} reaches beyond the page`);
          }
          // Letters are lower than their lines.
          const height = box.bottom - box.top;
          lines.push({
            node, element, left: box.left + 1, right: box.right - 1,
            top: box.top + 0.3 * height, bottom: box.bottom - 0.25 * height,
          });
        }
      }

      lines.sort((one, other) => one.top - other.top);
      let open = [];
      for (const line of lines) {
        open = open.filter((other) => other.bottom > line.top);
        for (const other of open) {
          if (other.node === line.node || other.right <= line.left || other.left >= line.right) continue;
          const formula = line.element.closest("math");
          if (formula && formula === other.element.closest("math")) continue;
          complaints.push(`${name(line.node.data)} lies over ${name(other.node.data)}`);
        }
        open.push(line);
      }
      return [...new Set(complaints)].slice(0, 12);
    })()
    """#

  /// A JavaScript statement that opens all folds.
  static let openAllFolds =
    "document.querySelectorAll('details').forEach((fold) => fold.open = true)"
}
