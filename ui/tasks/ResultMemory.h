#pragma once

#include "tasks/TaskDialogs.h"

#include <QHash>
#include <QObject>

namespace naryad::ui {

/// What the tasks of each template were closed with last, from this computer and by the service's word: the
/// result that the close window opens with. Reads it from the journal, which the engine writes. Thread: the
/// GUI's.
class ResultMemory : public QObject
{
    Q_OBJECT
public:
    explicit ResultMemory(Desk desk, QObject *parent = nullptr);

    /// The template's own, else the last of all; nothing where none was used yet.
    ResultOffer offerFor(const NamedRef &taskTemplate) const;
    /// The journal has changed: a closing may have been taken by the service.
    void read();

private:
    Desk m_desk;
    QHash<QString, NamedRef> m_used; ///< by template; under none the last of all
};

} // namespace naryad::ui
