import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/console.css";
import "./pages/schedules/schedules.css";
import "./pages/routes/routes.css";
import "./pages/sensors/sensors.css";
import { applyTheme } from "./app/preferences";
import "./pages/schedules/roster-grid";
import "./pages/schedules/schedules-page";
import "./pages/routes/route-map";
import "./pages/routes/routes-page";
import "./pages/sensors/sensors-page";
import "./app/app";

applyTheme();
