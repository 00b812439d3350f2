#include "Script.h"

#include "Desktop.h"

#include <algorithm>

namespace naryad::test {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

/// Types the form's text in small pieces and says it. False where the program was killed meanwhile.
bool Script::fill(TypedForm &form, const Killer &killer)
{
    const bool isTask = form.kind == TypedForm::Kind::Task;
    const auto ends = [&killer] { return killer.hasStruck(); };
    const QString title = isTask ? key("New task") : key("Comment");
    desktop::press({isTask ? key("ctrl+n") : key("ctrl+shift+m")});
    if (!desktop::awaitTitle(title, ends)) {
        if (!killer.hasStruck())
            stuck = title + QStringLiteral(" does not open; there is: ") + desktop::activeTitle();
        return false;
    }
    desktop::press({key("ctrl+a")});
    if (isTask) {
        desktop::type(contractor);
        desktop::press({key("Tab"), key("ctrl+a")});
        desktop::type(taskTemplate);
        desktop::press({key("alt+u"), key("ctrl+a")}); // the number
    }
    for (qsizetype from = 0; from < form.text.size() && !killer.hasStruck(); from += 3) {
        desktop::type(form.text.mid(from, 3));
        form.steps.append({std::min(from + 3, form.text.size()), std::chrono::steady_clock::now()});
    }
    if (killer.hasStruck())
        return false;
    form.said = true;
    desktop::press({isTask ? key("ctrl+s") : key("ctrl+Return")});
    const bool isClosed = desktop::awaitTitle(key("Naryad"), ends);
    // Seen before the program was killed, and so by the program's own doing.
    form.acknowledged = isClosed && !killer.hasStruck();
    if (!isClosed && !killer.hasStruck())
        stuck = title + QStringLiteral(" does not close");
    return form.acknowledged;
}

void Script::run(const Killer &killer)
{
    const auto ends = [&killer] { return killer.hasStruck(); };
    if (!desktop::awaitTitle(key("Naryad"), ends)) {
        if (!killer.hasStruck())
            stuck = QStringLiteral("the window does not open");
        return;
    }
    for (int i = 0; !killer.hasStruck(); ++i) {
        TypedForm form;
        form.kind = i % 2 == 0 ? TypedForm::Kind::Task : TypedForm::Kind::Comment;
        form.text = QStringLiteral("%1n%2thequickbrownfox").arg(prefix).arg(i);
        const bool goesOn = fill(form, killer);
        forms.append(form);
        if (!goesOn)
            return;
    }
}

} // namespace naryad::test
