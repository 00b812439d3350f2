#pragma once

#include "widgets/Desk.h"

#include <QLabel>

namespace naryad::models {
class LookupModel;
}

namespace naryad::ui {

/// Tells which clients this computer knows by a name or phone while it is typed; told, never forbidden: a
/// family may have one phone and two contracts. Hidden while there is nothing to tell. Thread: the GUI's.
class KnownAlike : public QLabel
{
    Q_OBJECT
public:
    enum class By {
        Name,
        Phone,
    };
    /// `except`: the client the form is about; empty: none.
    KnownAlike(const Desk &desk, By by, const QString &objectName, const QString &except, QWidget *parent);

    void setTyped(const QString &typed);

private:
    void tell();

    By m_by;
    QString m_except;
    QString m_typed;
    models::LookupModel *m_found;
};

} // namespace naryad::ui
