#pragma once

#include "core/Ids.h"
#include "models/LookupModel.h"

#include <QComboBox>

#include <functional>

class QCompleter;

namespace naryad::ui {

/// Chooses one thing by typing: what is typed narrows the list, the best match is preselected, Enter takes it,
/// Tab takes it and goes on. The list also opens by the mouse and by Alt+Down, whole while nothing is typed.
///
/// A text that is none of the list is never dropped: it stays, and problem() says so. The chosen thing need not
/// be among the rows listed. Owns its LookupModel. Thread: the GUI's.
class EntityPicker : public QComboBox
{
    Q_OBJECT
public:
    /// Reads a text that names a thing by itself, listed or not; a ref without an id where it does not.
    using TextReader = std::function<NamedRef(const QString &text)>;

    EntityPicker(
        store::Reader &reader, models::LookupModel::Kind kind, const QString &name, QWidget *parent = nullptr);

    void setRef(const NamedRef &ref); ///< tells nobody
    NamedRef ref() const { return m_ref; }
    bool isEmpty() const; ///< nothing chosen and nothing typed
    /// Typed, but not (yet) one of the known things.
    bool isUnresolved() const;
    QString typedText() const;
    /// What is wrong with what was typed, in a sentence; empty where nothing is.
    QString problem() const;

    /// Takes what was typed where it can mean one thing only. False: the list is still on its way, and settled()
    /// follows.
    bool settle();
    void setTextReader(TextReader reader);
    void setReadOnly(bool readOnly);
    /// The lists in the mirror have changed.
    void reload();

    void showPopup() override;

Q_SIGNALS:
    /// The user chose another thing, or none.
    void refChanged(const naryad::NamedRef &ref);
    /// The field was left, or settle() has come to its end.
    void settled();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Wish {
        None,
        Certain, ///< what was typed in full, or the only match
        Best, ///< the match preselected
    };

    void ask(const QString &typed);
    void typed(const QString &text);
    void listReady();
    void narrow();
    bool resolve(Wish wish);
    void take(const NamedRef &ref);
    void keepText(const QString &text);
    int bestRow() const;
    int pointedRow() const;
    QString textOf(const NamedRef &ref) const;
    bool isOpen() const;

    models::LookupModel *m_model;
    models::LookupModel::Kind m_kind;
    QCompleter *m_matches; ///< only the popup of the matches: the typed text is never completed in the field
    TextReader m_reader;
    NamedRef m_ref;
    QString m_asked; ///< what the rows answer
    QString m_text; ///< what stood in the field before the list changed
    int m_cursor = 0;
    Wish m_wish = Wish::None; ///< to be done when the list is here
    bool m_openWhenReady = false;
    bool m_narrowing = false; ///< the user is typing
    bool m_stale = false; ///< the mirror changed while the list was open
    bool m_quiet = false;
    bool m_ambiguous = false;
};

} // namespace naryad::ui
