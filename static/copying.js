// A button that copies what stands on the page; without it the text is selected and copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  const said = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.copies).innerText.trim();
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = "Copied.";
    } catch {
      said.textContent = "Your browser does not allow it. Select the text below and copy it.";
    }
  });
}
