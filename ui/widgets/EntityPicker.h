#pragma once

#include "core/Ids.h"
#include "models/LookupModel.h"

#include <QComboBox>

namespace naryad::ui {

/// Chooses one thing by typing: what is typed narrows the list, the best match is taken by Enter or Tab.
///
/// Owns its LookupModel. Thread: the GUI's. A text that matches nothing, or several things of one name, is
/// never dropped or guessed at: it stays and isUnresolved() says so.
class EntityPicker : public QComboBox
{
    Q_OBJECT
public:
    EntityPicker(
        store::Reader &reader, models::LookupModel::Kind kind, const QString &name,
        QWidget *parent = nullptr);

    void setRef(const NamedRef &ref);
    NamedRef ref() const { return m_ref; }
    /// Puts a text there as if it had just been typed, not taken yet.
    void setTypedText(const QString &text);
    /// Typed, but not (yet) one of the known things.
    bool isUnresolved() const;
    /// Unresolved because several things are called so: one must be pointed at.
    bool isAmbiguous() const;
    QString typedText() const;
    /// Takes the best match of what is typed, as leaving the field does.
    void takeBest();
    /// The lists in the mirror have changed.
    void reload();

Q_SIGNALS:
    void refChanged(const naryad::NamedRef &ref);
    /// Something was typed or taken. What stands in it while a new list comes in is neither.
    void edited();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showPopup() override;

private:
    void typed(const QString &text);
    bool takeMarked();
    void take(const NamedRef &ref);
    void keepText(const QString &text, int cursor);

    models::LookupModel *m_model;
    NamedRef m_ref;
    QString m_text; ///< what stood in the field before the list changed
    int m_cursor = 0; ///< and where in it the cursor was
    bool m_takeWhenReady = false;
    bool m_quiet = false;
};

} // namespace naryad::ui
