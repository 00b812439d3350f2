#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>

/// One benchmark a function; each prints its figures with tell() and returns the exit status (1: could not
/// run).
namespace naryad::bench {

struct Settings
{
    bool quick = false; ///< a hundredth of the work: shows that it runs, its figures say nothing
    QVector<int> sizes{10000, 100000, 1000000}; ///< tasks of the mirrors measured on
    QString dataDir; ///< where the made-up mirrors are kept between runs; empty: the user's cache folder
};

/// A figure as one JSON line on standard output.
void tell(const QJsonObject &figure);

/// What was measured on: machine, system, versions, date.
int machineBench(const Settings &settings);
/// The read channel beside curl, both at six connections on the same addresses of the same server.
int apiBench(const Settings &settings);
/// The mirror filled by the program's own writer: rows a second, and bytes beside the raw answers.
int dataBench(const Settings &settings);
/// The program from its start to a painted list, beside an empty window.
int startBench(const Settings &settings);
/// Anonymous memory with the list open, beside an empty window.
int memoryBench(const Settings &settings);
/// A typed text to painted first rows, beside the best raw query and a repaint.
int searchBench(const Settings &settings);
/// A typed number to the painted card of who has it, beside the best statement.
int callerBench(const Settings &settings);
/// Another order to the whole list, beside loading the ids by the index and a repaint.
int sortBench(const Settings &settings);
/// Frames while scrolling and jumping, beside a view on a constant model.
int scrollBench(const Settings &settings);
/// All rows marked at once, and what is done to the list and with them while they are.
int chooseBench(const Settings &settings);
/// Stops of the GUI thread while scrolling during a synchronisation, beside the same without one.
int stallBench(const Settings &settings);
/// A task of 200 fields in sections from nothing to its painted editor, beside the same widgets alone.
int editorBench(const Settings &settings);
/// The tree of a hundred thousand clients: opened, filtered, expanded, walked; its memory.
int clientsBench(const Settings &settings);
/// Requests and speed of a first synchronisation beside curl, and what looks for changes ask.
int syncBench(const Settings &settings);

/// The catalogue of 100,000 pieces of equipment: a typed text, another order, scrolling; each beside the raw
/// query and a repaint.
int equipmentBench(const Settings &settings);

} // namespace naryad::bench
