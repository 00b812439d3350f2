#pragma once

#include "core/Ids.h"
#include "models/LookupModel.h"

#include <QComboBox>

class QKeyEvent;

namespace naryad::ui {

class EntityPickerList;

/// Chooses one thing by typing: what is typed narrows the list, the best match is taken by Enter or Tab.
///
/// The candidates stand under the field, the best match marked; the arrow keys move the mark and neither the
/// text nor the list, and Enter or Tab takes what is marked. Where several are called the same none is
/// marked.
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
    /// The best match is to be taken as soon as the list is here; settled() follows.
    bool isSettling() const { return m_takeWhenReady; }
    /// Of what it offers from now on.
    void setKind(models::LookupModel::Kind kind);
    /// The lists in the mirror have changed.
    void reload();

Q_SIGNALS:
    void refChanged(const naryad::NamedRef &ref);
    /// Something was typed or taken. What stands in it while a new list comes in is neither.
    void edited();
    /// What was typed has been taken, or nothing matched it.
    void settled();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void showPopup() override;
    void hidePopup() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is marked as the list opens: the best match only, or the first row where nothing is typed.
    enum class Mark {
        Best,
        Something,
    };

    void typed(const QString &text);
    void openAll(Mark mark);
    void openList(Mark mark);
    void showList();
    void closeList();
    bool listKey(const QKeyEvent &event);
    void step(int rows);
    int rowOf(const QString &id) const;
    void takeMarked();
    void take(const NamedRef &ref);
    void keepText(const QString &text, int cursor);

    models::LookupModel *m_model;
    EntityPickerList *m_list;
    NamedRef m_ref;
    QString m_text; ///< what stood in the field before the list changed
    int m_cursor = 0; ///< and where in it the cursor was
    bool m_takeWhenReady = false;
    Mark m_mark = Mark::Best;
    bool m_open = false; ///< the list is shown, or will be once it is read
    NamedRef m_pointed; ///< where in the open list the user's own steps have led
    bool m_quiet = false;
};

} // namespace naryad::ui
