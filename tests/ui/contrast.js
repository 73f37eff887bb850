// Texts whose contrast with what lies behind them is under 4.5 to 1 (WCAG 2.2, 1.4.3); links for leaping and
// switched-off words aside.
() => {
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const numbers = (text) => text.match(/[\d.]+/g).map(Number);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0.9) return color;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.querySelectorAll("body *:not(.spring):not(.slukket)")) {
    const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!element.offsetParent || !words.length || element.getBoundingClientRect().width < 2) continue;
    const [back, style] = [behind(element), getComputedStyle(element)];
    let front = numbers(style.color);
    if (front.length === 4) front = [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3]));
    const [high, low] = [luminance(front), luminance(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${words[0].data.trim().slice(0, 40)}`);
  }
  return faint;
}
